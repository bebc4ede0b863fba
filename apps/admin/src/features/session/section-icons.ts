export {
  IconBuildingStore,
  IconCar,
  IconFileCertificate,
  IconPlugConnected,
  IconReceiptRefund,
  IconRefresh,
  IconSettings,
  IconShieldHalf,
  IconStack2,
  IconUserCog,
  IconUserShare,
  IconUsers,
} from "@tabler/icons-react";
